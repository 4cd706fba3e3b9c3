// Replaced by the tests of the rasterizer.
