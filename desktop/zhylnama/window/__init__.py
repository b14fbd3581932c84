"""What is seen: the window. The only folder that imports Qt."""
