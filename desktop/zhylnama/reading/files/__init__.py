"""Text out of a file: plain text, a saved web page, a Word document, a PDF."""
