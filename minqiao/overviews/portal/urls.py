"""The addresses of the public site."""

from django.urls import path

from minqiao.overviews.portal import views

app_name = "public"
urlpatterns = [
    path("", views.index, name="index"),
    path("suggestions/", views.suggestions, name="suggestions"),
    path("suggestions/<int:pk>/", views.suggestion, name="suggestion"),
    path("data/", views.data, name="data"),
    path("suggestions.<slug:kind>", views.open_data, name="open_data"),
]
