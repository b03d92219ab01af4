"""JupyterLab on a course folder: calm settings, the right tabs, no dead widgets in saved files."""
