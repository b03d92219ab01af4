"""Write a conversation, checked while it is written."""
