package main

import (
	"net/http"

	"github.com/davidbyttow/govips/v2/vips"
)

func main() {
	vips.Startup(nil)
	http.ListenAndServe(":8080", nil)
}
