"""The addresses of the room."""

from django.urls import path

from minqiao.instruments.ballots.views import rounds, tally

app_name = "ballots"
urlpatterns = [
    path("", rounds.index, name="index"),
    path("new/", rounds.new, name="new"),
    path("<int:pk>/", rounds.detail, name="detail"),
    path("<int:pk>/steps/<slug:action>/", rounds.step, name="step"),
    path("<int:pk>/papers/<int:paper_pk>.<slug:form>", rounds.paper, name="paper"),
    path("<int:pk>/tally.xlsx", tally.blank, name="tally_blank"),
    path("<int:pk>/tally/", tally.take_in, name="tally"),
]
