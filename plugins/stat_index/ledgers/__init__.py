"""What has been published and where series went, as files that an editor can read."""
