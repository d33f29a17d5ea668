"""Greets."""


def greeting():
    return "hello"
