package main

import (
	"fmt"
	"net/http"

	"example.org/team/colors/color"
)

var version = "dev"

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, version, color.Red)
	})
	panic(http.ListenAndServe(":8080", nil))
}
