"""What opens a portfolio: its passphrase and its recovery sheet, and changing them."""
