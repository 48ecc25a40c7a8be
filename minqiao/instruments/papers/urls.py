"""Addresses of the papers."""

from django.urls import path

from minqiao.instruments.papers import views

app_name = "papers"
urlpatterns = [
    path("", views.index, name="index"),
    path("r/<str:token>/", views.paper_page, name="record"),
    path("bundles/", views.start, name="start_bundle"),
    path("bundles/<int:pk>/", views.bundle, name="bundle"),
    path("bundles/<int:pk>/download/", views.download, name="download"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/void/", views.void, name="void"),
    path("<int:pk>/scans/", views.add_scan, name="add_scan"),
    path("<int:pk>/scans/<int:scan_pk>/", views.scan, name="scan"),
    path("<int:pk>/<str:form>", views.hand_out, name="hand_out"),
]
