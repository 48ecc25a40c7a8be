"""The demo: invented people in real places. Numbers of telephones begin with 120 or 0000: nobody has them."""
