package io.github.crosstie;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.UserStatus;
import io.github.crosstie.state.CollectionKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts together who may sync and what is stored of it to the status of a user, and of an organization (S18). */
record Statuses(Admissions admissions, Context context) {

    UserStatus of(OrganizationId organization, UserId user) {
        return of(organization, user, context.clock().instant());
    }

    OrganizationStatus of(OrganizationId organization) {
        Instant now = context.clock().instant();
        return new OrganizationStatus(
                organization,
                now,
                admissions
                        .roster(organization)
                        .enrollments()
                        .map(enrollment -> of(organization, enrollment.user(), now))
                        .toList());
    }

    private UserStatus of(OrganizationId organization, UserId user, Instant now) {
        Optional<SyncConfiguration> configuration = admissions.configuration(organization, user);
        if (configuration.isEmpty()) {
            return new UserStatus(
                    organization,
                    user,
                    null,
                    now,
                    List.of(),
                    admissions.roster(organization).resolution(user).status()
                            + ": assign an active configuration to an active user");
        }
        List<FlowStatus> flows = FlowStatus.of(
                configuration.get(), kind -> context.store().load(new CollectionKey(organization, user, kind)), now);
        UserStatus status = new UserStatus(
                organization,
                user,
                configuration.get().id(),
                now,
                flows,
                flows.isEmpty() ? "the configuration switches contacts and events off" : "");
        return admissions.admit(organization, user) instanceof Admission.Refused refused
                ? refused(status, refused.result())
                : status;
    }

    private static UserStatus refused(UserStatus status, SyncResult result) {
        if (result instanceof SyncResult.Held held) {
            return status.heldBecause(held.conflicts().stream()
                    .map(conflict -> conflict.kind().toString())
                    .distinct()
                    .collect(Collectors.joining(", ", "held by ", ": resolve the conflicts first")));
        }
        return result instanceof SyncResult.NoMailbox none ? status.failedBecause(none.reason()) : status;
    }
}
