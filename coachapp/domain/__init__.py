"""What the words of the glossary mean, as frozen values and as functions between them."""
