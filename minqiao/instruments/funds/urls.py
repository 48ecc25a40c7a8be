"""The addresses of the room."""

from django.urls import path

from minqiao.instruments.funds.views import allocations, books, steps

app_name = "funds"
urlpatterns = [
    path("", books.index, name="index"),
    path("new/", books.new, name="new"),
    path("<int:pk>/", books.detail, name="fund"),
    path("<int:pk>/statement.<slug:form>", books.statement, name="statement"),
    path("<int:pk>/items/<int:item_pk>/", books.item, name="item"),
    path("<int:pk>/steps/<slug:action>/", steps.fund_step, name="fund_step"),
    path("allocations/<int:pk>/", allocations.detail, name="allocation"),
    path("allocations/<int:pk>/steps/<slug:action>/", steps.allocation_step, name="allocation_step"),
]
