package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
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
 * @param decision the role that follows, and why
 * @param present who the person is there; null for nobody, or if several users are linked to the person
 * @param standing how far what is there agrees with it
 */
public record PersonInUnit(
        BusinessUnitId unit,
        String name,
        List<SetRoute> routes,
        RoleDecision decision,
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

    static PersonInUnit of(UnitPicture picture, int slot) {
        BusinessUnit unit = picture.unit;
        Directory directory = picture.crm.directory;
        User user = directory.users().at(slot);
        int flags = picture.flags(slot);
        int link = picture.link(slot);
        return new PersonInUnit(
                unit.id(),
                unit.name(),
                new SetRoutes(directory, unit).of(slot, flags),
                new UnitDecisions(unit)
                        .of(
                                user,
                                directory.users().profile(slot),
                                (flags & Memberships.MARKETING) != 0,
                                (flags & Memberships.SALES) != 0),
                link < 0 ? null : picture.index.at(link),
                standing(picture.judgement(slot)));
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
