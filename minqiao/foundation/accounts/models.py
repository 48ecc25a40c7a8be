"""Who may sign in, and in which capacities they act."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from minqiao.foundation.accounts.choices import Role


class UserManager(BaseUserManager):
    def create_user(self, username, password=None, **fields):
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One person's sign-in. Rights never hang on the user: they hang on the capacity chosen."""

    username = models.CharField("用户名", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=60)
    email = models.EmailField("电子邮箱", blank=True)
    is_active = models.BooleanField("可登录", default=True)
    must_change_password = models.BooleanField("下次登录须改密码", default=False)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)

    objects = UserManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = verbose_name_plural = "用户"
        constraints = [models.UniqueConstraint(Lower("username"), name="one_user_per_name_in_any_case")]

    def __str__(self):
        return self.name

    def get_full_name(self):
        return self.name


class CapacityQuerySet(models.QuerySet):
    def valid_on(self, day):
        """Capacities that may act on `day`: begun, not ended, not suspended."""
        return self.not_ended_on(day).filter(starts_on__lte=day, is_suspended=False)

    def not_ended_on(self, day):
        """Capacities that stand on `day` or will; on the day it ends a capacity is already gone."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day))


class Capacity(models.Model):
    """A role a user holds, for something (scope), in the work of an assembly (realm)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="capacities", verbose_name="用户")
    role = models.CharField("职务", max_length=30, choices=Role.choices)
    scope_id = models.BigIntegerField("代表对象编号", default=0)
    scope_label = models.CharField("所在单位或代表团", max_length=120, blank=True)
    realm_id = models.BigIntegerField("所属人大编号", default=0)
    starts_on = models.DateField("起始日")
    ends_on = models.DateField("终止日", null=True, blank=True)
    is_suspended = models.BooleanField("暂停", default=False)

    once_deputy = frozenset()  # (role, scope) of every mandate the person has or had; set where it is loaded

    objects = CapacityQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "职务"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "scope_id"], name="one_capacity_per_user_role_and_scope"
            )
        ]
        indexes = [models.Index(fields=["role", "scope_id"])]

    def is_valid_on(self, day):
        """Whether it may act on `day`. The same judgement as the scope `valid_on`."""
        begun = self.starts_on <= day and not self.is_suspended
        return begun and (self.ends_on is None or self.ends_on > day)

    def __str__(self):
        return (
            f"{self.get_role_display()}（{self.scope_label}）"
            if self.scope_label
            else self.get_role_display()
        )


class ApiToken(models.Model):
    """A bearer token for scripts; only its digest is kept."""

    capacity = models.ForeignKey(Capacity, models.CASCADE, related_name="tokens", verbose_name="职务")
    digest = models.CharField("摘要", max_length=64, unique=True)
    note = models.CharField("用途", max_length=120, blank=True)
    created_at = models.DateTimeField("建立时间")
    expires_at = models.DateTimeField("失效时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "接口令牌"


class SavedView(models.Model):
    """A list as somebody likes to see it: a room, a name, a query."""

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_views", verbose_name="用户")
    room = models.CharField("栏目", max_length=40)
    name = models.CharField("名称", max_length=40)
    query = models.CharField("条件", max_length=500)

    class Meta:
        verbose_name = verbose_name_plural = "常用视图"
        constraints = [
            models.UniqueConstraint(fields=["user", "room", "name"], name="one_saved_view_per_name")
        ]
