package io.github.crosstie.engagement.planner;

import static io.github.crosstie.engagement.planner.Memberships.MARKETING;
import static io.github.crosstie.engagement.planner.Memberships.MAYBE_MARKETING;
import static io.github.crosstie.engagement.planner.Memberships.MAYBE_SALES;
import static io.github.crosstie.engagement.planner.Memberships.SALES;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Users;
import io.github.crosstie.engagement.plan.SetRoute;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.role.RoleDecision;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one person stands in one unit.
 *
 * @param unit the unit
 * @param name its name
 * @param routes how the person came into each set; empty if they are in none
 * @param decision the role that follows from the sets that the person is in for certain, and why
 * @param otherwise what would follow if the person were also in the sets of which a membership cannot be read (A12);
 *     null unless that makes a difference
 * @param present who the person is there; null for nobody, or if several users are linked to the person
 * @param standing how far what is there agrees with it
 */
public record PersonInUnit(
        BusinessUnitId unit,
        String name,
        List<SetRoute> routes,
        RoleDecision decision,
        @Nullable RoleDecision otherwise,
        @Nullable EngagementUser present,
        Standing standing) {

    /** How far what is there agrees with what should be. */
    public enum Standing {
        /** Linked and as it should be (U12). */
        IN_STEP,
        /** Assigned, but inactive, and not there (U19). */
        INACTIVE,
        /** Not meant to be there, and in the recycle bin (U20). */
        RECYCLED,
        /** Not meant to be there, and not there. */
        ELSEWHERE,
        /** A change is due, if nobody stands in its way: the plan says. */
        CHANGE_DUE,
        /** Left alone although something might be due: the plan says why. */
        LEFT_ALONE
    }

    /** Copies the list. */
    public PersonInUnit {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(standing, "standing");
        routes = List.copyOf(routes);
    }

    /**
     * Whether the decision holds whatever the memberships say that cannot be read.
     *
     * @return false if there is another one that may hold as well
     */
    public boolean isCertain() {
        return otherwise == null;
    }

    static PersonInUnit of(UnitPicture picture, int slot) {
        BusinessUnit unit = picture.unit;
        Directory directory = picture.crm.directory;
        int flags = picture.flags(slot);
        int link = picture.link(slot);
        RoleDecision decision = decision(picture, slot, flags, MARKETING, SALES);
        RoleDecision other = decision(picture, slot, flags, MARKETING | MAYBE_MARKETING, SALES | MAYBE_SALES);
        return new PersonInUnit(
                unit.id(),
                unit.name(),
                new SetRoutes(directory, unit).of(slot, flags),
                decision,
                isSame(decision, other) ? null : other,
                link < 0 ? null : picture.index.at(link),
                standing(picture.judgement(slot)));
    }

    private static RoleDecision decision(UnitPicture picture, int slot, int flags, int marketing, int sales) {
        Users users = picture.crm.directory.users();
        return new UnitDecisions(picture.unit)
                .of(users.at(slot), users.profile(slot), (flags & marketing) != 0, (flags & sales) != 0);
    }

    private static boolean isSame(RoleDecision decision, RoleDecision other) {
        if (decision instanceof RoleDecision.Granted granted && other instanceof RoleDecision.Granted also) {
            return granted.role().equals(also.role());
        }
        return decision.getClass().equals(other.getClass());
    }

    private static Standing standing(Judgement judgement) {
        if (judgement instanceof Judgement.Rest rest) {
            return switch (rest) {
                case IN_STEP -> Standing.IN_STEP;
                case INACTIVE -> Standing.INACTIVE;
                case RECYCLED -> Standing.RECYCLED;
                case ELSEWHERE -> Standing.ELSEWHERE;
            };
        }
        return judgement instanceof Judgement.Due ? Standing.CHANGE_DUE : Standing.LEFT_ALONE;
    }
}
