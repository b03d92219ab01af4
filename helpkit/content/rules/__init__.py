"""What the form of the files cannot say: ids that lead nowhere, texts that a language lacks."""
