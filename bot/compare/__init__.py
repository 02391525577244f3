"""What a new version of a project changes for patients, found by comparing it with the old one."""
