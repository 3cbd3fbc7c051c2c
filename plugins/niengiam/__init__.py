"""The command `niengiam`: a thin skin over the rooms. See docs/commands.md."""
