"""Answer and key to verdict; knows no notebook."""
