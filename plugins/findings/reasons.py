"""Why the system refused something, in both languages."""

from __future__ import annotations

import errno

from findings.saying import Saying

#: What an editor's machine says most often; the rest stays as the system says it.
_REASONS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EISDIR: "đây là một thư mục",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.EMFILE: "chương trình mở quá nhiều tệp cùng lúc",
    errno.ENFILE: "máy mở quá nhiều tệp cùng lúc",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EIO: "đĩa bị lỗi đọc ghi",
    errno.ELOOP: "liên kết tượng trưng trỏ vòng tròn",
    errno.EBUSY: "đang có chương trình khác dùng",
    errno.ENOMEM: "máy hết bộ nhớ",
}


def reason_of(error: OSError) -> Saying:
    """The system's reason for `error`."""
    english = error.strerror or str(error) or type(error).__name__
    return Saying(_REASONS.get(error.errno or 0, english), english)
