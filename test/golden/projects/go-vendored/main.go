package main

import (
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
)

func main() { http.ListenAndServe(":"+os.Getenv("PORT"), chi.NewRouter()) }
