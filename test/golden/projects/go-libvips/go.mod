module example.test/thumbnails

go 1.27

require github.com/davidbyttow/govips/v2 v2.16.0
