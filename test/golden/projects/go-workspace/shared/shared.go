// Package shared is what both services say.
package shared

const Greeting = "hello"
