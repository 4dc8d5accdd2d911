package io.github.crosstie.engagement.planner;

import io.github.crosstie.assignment.WitnessPath;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.engagement.plan.SetRoute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How users came into the sets of one unit. The ways are found when first asked for. Not thread-safe. */
final class SetRoutes {

    private final Directory directory;
    private final BusinessUnit unit;
    private @Nullable SetWays marketing;
    private @Nullable SetWays sales;

    SetRoutes(Directory directory, BusinessUnit unit) {
        this.directory = directory;
        this.unit = unit;
    }

    /** The routes of a user who is in the sets that the flags say. */
    List<SetRoute> of(int slot, int flags) {
        List<SetRoute> routes = new ArrayList<>(2);
        if ((flags & Memberships.MARKETING) != 0) {
            if (marketing == null) {
                marketing = new SetWays(directory, unit.marketingUsers());
            }
            add(EngagementSet.MARKETING_USERS, marketing, slot, routes);
        }
        if ((flags & Memberships.SALES) != 0) {
            if (sales == null) {
                sales = new SetWays(directory, unit.salesUsers());
            }
            add(EngagementSet.SALES_USERS, sales, slot, routes);
        }
        return routes;
    }

    private void add(EngagementSet set, SetWays ways, int slot, List<SetRoute> into) {
        @Nullable List<Step> steps = ways.to(slot);
        if (steps != null) {
            into.add(new SetRoute(
                    set, new WitnessPath(steps, directory.users().at(slot).id())));
        }
    }
}
