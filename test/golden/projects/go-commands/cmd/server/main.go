package main

import (
	"html/template"
	"net/http"
)

func main() {
	template.Must(template.ParseGlob("templates/*.html"))
	http.ListenAndServe(":3000", nil)
}
