package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.User;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One organization as a detection looks at it. Used by one thread, as it remembers what it found out. */
final class OrganizationView {

    final Roster roster;
    final SpareProfiles spare;
    final Ways ways;
    final SideEffects effects;

    OrganizationView(Roster roster, SpareProfiles spare) {
        this.roster = roster;
        this.spare = spare;
        ways = new Ways(roster, spare);
        effects = new SideEffects(roster);
    }

    static OrganizationView of(Roster roster) {
        return new OrganizationView(roster, SpareProfiles.of(roster));
    }

    Organization organization() {
        return roster.directory().organization();
    }

    OrganizationId id() {
        return organization().id();
    }

    boolean sandbox() {
        return organization().environment() == Environment.SANDBOX;
    }

    User user(int slot) {
        return roster.directory().users().at(slot);
    }

    Resolution resolution(int slot) {
        return roster.resolution(user(slot).id());
    }

    /** A user as a participant: by the effective configuration, else by the one that would be if it were switched on. */
    Participant participant(int slot, Standing standing, Resolution resolution) {
        @Nullable
        SyncConfiguration configuration = resolution
                .effective()
                .or(() -> resolution.dormant().findFirst())
                .flatMap(route -> roster.configurations().find(route.configuration()))
                .orElse(null);
        return new Participant(
                organization(),
                user(slot).id(),
                configuration == null ? null : configuration.id(),
                configuration != null && configuration.active(),
                standing,
                resolution.routes());
    }

    /** Remedy options with their side effects, for one user who leaves some lists. */
    RemedyOption option(int slot, Departure departure, Function<List<RemedyStep>, String> text) {
        List<RemedyStep> steps = departure.steps();
        List<AffectedUser> affected = effects.of(
                departure.drops(), List.of(new OrganizationUser(id(), user(slot).id())));
        return new RemedyOption(text.apply(steps), steps, affected);
    }

    /** Whether a finding's remedy drops assignments of this organization, so that it tells whom else that would change. */
    boolean dropsFor(Conflict conflict) {
        return conflict.remedy().options().stream()
                .flatMap(option -> option.steps().stream())
                .anyMatch(step -> step instanceof RemedyStep.DropAssignment
                        && step.organization().equals(id()));
    }
}
