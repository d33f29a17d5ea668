package main

import (
	"embed"
	"log"
	"net/http"
	"os"
)

//go:embed all:ui/dist
var pages embed.FS

func main() {
	if err := os.MkdirAll("data", 0o775); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", http.FileServerFS(pages)))
}
