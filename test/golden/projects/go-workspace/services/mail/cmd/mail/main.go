package main

import (
	"fmt"
	"net/http"

	"example.org/shop/shared"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, shared.Greeting) })
	http.ListenAndServe(":8082", nil)
}
