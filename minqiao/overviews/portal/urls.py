"""The addresses of the public site."""

from django.urls import path

from minqiao.overviews.portal.views import lists, opinions, projects, stations, suggestions

app_name = "public"
urlpatterns = [
    path("", suggestions.index, name="index"),
    path("suggestions/", suggestions.suggestions, name="suggestions"),
    path("suggestions/<int:pk>/", suggestions.suggestion, name="suggestion"),
    path("lists/<slug:slug>/", lists.index, name="list"),
    path("lists/<slug:slug>.<slug:kind>", lists.as_open_data, name="list_file"),
    path("chain/<int:pk>/", suggestions.chain, name="chain"),
    path("data/", suggestions.data, name="data"),
    path("suggestions.<slug:kind>", suggestions.open_data, name="open_data"),
    path("projects/", projects.projects, name="projects"),
    path("projects/<int:pk>/", projects.project, name="project"),
    path("projects/<int:pk>/photos/<int:photo_pk>/", projects.photo, name="project_photo"),
    path("stations/", stations.stations, name="stations"),
    path("stations.<slug:kind>", stations.open_data, name="stations_data"),
    path("stations/<slug:code>/", stations.place, name="place"),
    path("stations/<slug:code>/say/", opinions.say, name="say"),
    path("opinions/", stations.opinions, name="opinions"),
    path("opinions.<slug:kind>", stations.opinions_data, name="opinions_data"),
    path("mine/", stations.mine, name="mine"),
    path("track/", opinions.track, name="track"),
    path("prove/", opinions.prove, name="prove"),
]
