package io.github.crosstie.conflict;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All organizations of a company side by side, to try remedies on. Immutable and thread-safe; applying a step gives a new
 * landscape and resolves anew only whom the step can affect.
 */
public final class Landscape {

    private final TreeMap<OrganizationId, Roster> rosters;

    private Landscape(Map<OrganizationId, Roster> rosters) {
        this.rosters = new TreeMap<>(rosters);
    }

    /**
     * Resolves organizations.
     *
     * @param setups the organizations
     * @return the landscape
     * @throws IllegalArgumentException if an organization is given twice
     */
    public static Landscape of(List<OrganizationSetup> setups) {
        return ofRosters(setups.stream().map(OrganizationSetup::roster).toList());
    }

    /** Takes organizations that are resolved already; refuses one that is given twice. */
    static Landscape ofRosters(List<Roster> rosters) {
        Map<OrganizationId, Roster> byId = new TreeMap<>();
        for (Roster roster : rosters) {
            if (byId.put(roster.directory().organization().id(), roster) != null) {
                throw new IllegalArgumentException("organization "
                        + roster.directory().organization().id() + " is given twice; give each organization once");
            }
        }
        return new Landscape(byId);
    }

    /**
     * The organizations, resolved: what the detection takes.
     *
     * @return the rosters, ordered by organization id
     */
    public List<Roster> rosters() {
        return List.copyOf(rosters.values());
    }

    /**
     * The organizations.
     *
     * @return the setups, ordered by organization id
     */
    public List<OrganizationSetup> setups() {
        List<OrganizationSetup> setups = new ArrayList<>();
        rosters.values().forEach(roster -> setups.add(setup(roster)));
        return List.copyOf(setups);
    }

    private static OrganizationSetup setup(Roster roster) {
        return new OrganizationSetup(roster.directory(), roster.configurations());
    }

    /**
     * One organization.
     *
     * @param organization its id
     * @return its roster
     * @throws IllegalArgumentException if it is not part of the landscape
     */
    public Roster roster(OrganizationId organization) {
        Roster roster = rosters.get(organization);
        if (roster == null) {
            throw new IllegalArgumentException(
                    "the landscape has no organization " + organization + "; it has " + rosters.keySet());
        }
        return roster;
    }

    /**
     * Applies one step.
     *
     * @param step the step
     * @return the landscape as it would be
     * @throws IllegalArgumentException if the step does not fit: no such organization, user or list
     */
    public Landscape apply(RemedyStep step) {
        Roster before = roster(step.organization());
        OrganizationSetup changed = step.applyTo(setup(before));
        Map<OrganizationId, Roster> all = new TreeMap<>(rosters);
        all.put(step.organization(), before.update(changed.directory(), changed.configurations()));
        return new Landscape(all);
    }

    /**
     * Applies the steps of an option.
     *
     * @param option the option
     * @return the landscape as it would be
     * @throws IllegalArgumentException if a step does not fit
     */
    public Landscape apply(RemedyOption option) {
        Landscape landscape = this;
        for (RemedyStep step : option.steps()) {
            landscape = landscape.apply(step);
        }
        return landscape;
    }

    /**
     * Applies what a remedy prefers.
     *
     * @param remedy the remedy
     * @return the landscape as it would be; this one if the remedy has no harmless way
     * @throws IllegalArgumentException if a step does not fit
     */
    public Landscape apply(Remedy remedy) {
        return remedy.preferred().map(this::apply).orElse(this);
    }

    @Override
    public String toString() {
        return "Landscape" + rosters.keySet();
    }
}
