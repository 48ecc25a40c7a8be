"""The addresses of the room."""

from django.urls import path

from minqiao.duties.stations.views import opinions, places, receptions, standards, steps

app_name = "stations"
urlpatterns = [
    path("", places.index, name="index"),
    path("new/", places.new, name="new"),
    path("posters-<slug:size>.pdf", places.posters, name="posters"),
    path("<int:pk>/poster-<slug:size>.pdf", places.poster, name="poster"),
    path("<int:pk>/", places.detail, name="place"),
    path("<int:pk>/enter/", opinions.enter, name="enter"),
    path("<int:pk>/steps/<slug:action>/", steps.place_step, name="place_step"),
    path("<int:pk>/plan/", receptions.plan, name="plan"),
    path("receptions/", receptions.index, name="receptions"),
    path("receptions/empty/", receptions.empty, name="empty"),
    path("receptions/<int:pk>/", receptions.detail, name="reception"),
    path("receptions/<int:pk>/steps/<slug:action>/", steps.reception_step, name="reception_step"),
    path("receptions/<int:pk>/papers/<int:paper_pk>.<slug:form>", receptions.paper, name="reception_paper"),
    path("models/", standards.models, name="models"),
    path("inspections/<int:pk>/", standards.inspection, name="inspection"),
    path("inspections/<int:pk>/steps/<slug:action>/", steps.inspection_step, name="inspection_step"),
    path("opinions/", opinions.index, name="opinions"),
    path("opinions/<int:pk>/", opinions.detail, name="opinion"),
    path("opinions/<int:pk>/contact/", opinions.contact, name="contact"),
    path("opinions/<int:pk>/photos/<int:file_pk>/", opinions.photo, name="photo"),
    path("opinions/<int:pk>/steps/<slug:action>/", steps.opinion_step, name="opinion_step"),
]
