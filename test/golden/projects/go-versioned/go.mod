module example.org/team/colors

go 1.27
