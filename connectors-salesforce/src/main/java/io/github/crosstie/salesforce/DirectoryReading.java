package io.github.crosstie.salesforce;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.salesforce.internal.rest.DeletedIds;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads everything, or what has changed. */
final class DirectoryReading {

    private static final String USER = "User";
    private static final String PROFILE = "Profile";

    private final SalesforceRest rest;
    private final boolean sandbox;
    private final Duration overlap;
    private final BulkRows bulk;

    DirectoryReading(SalesforceRest rest, boolean sandbox, Duration overlap, BulkRows bulk) {
        this.rest = rest;
        this.sandbox = sandbox;
        this.overlap = overlap;
        this.bulk = bulk;
    }

    Instant now() {
        return rest.clock().instant();
    }

    /** Everything; compared with what was known before, if anything was. */
    DirectorySnapshot everything(@Nullable DirectorySnapshot before, Instant now) {
        RestPages pages = new RestPages(rest, DirectoryQueries::all);
        Organization organization = whole(() -> OrganizationRow.read(pages, sandbox)
                .orElseThrow(() -> new ContractBrokenException("no organization came back; report it")));
        DirectoryBuilder builder = Directory.builder(organization).idForm(SalesforceId.form());
        KnownRows known = new KnownRows();
        Map<String, Set<String>> ids = new HashMap<>();
        DirectoryRows rows = new DirectoryRows(builder, known);
        DirectoryQueries.OBJECTS.forEach(object -> read(pages, object, rows, ids));
        if (before != null) {
            builder.complete(keepLost(before, builder, known, ids));
        }
        return new DirectorySnapshot(builder.build(), known, ids, now, now);
    }

    /** What has changed since; empty if that cannot be told, so that everything must be read. */
    Optional<DirectorySnapshot> changes(DirectorySnapshot before, Instant now) {
        Instant since = before.readAt().minus(overlap).truncatedTo(ChronoUnit.SECONDS);
        DirectoryBuilder builder = before.directory().update();
        Map<String, Set<String>> ids = new HashMap<>();
        before.ids().forEach((object, known) -> ids.put(object, new HashSet<>(known)));
        RestPages pages = new RestPages(rest, object -> DirectoryQueries.since(object, since));
        KnownRows known = before.known().copy();
        DirectoryRows rows = new DirectoryRows(builder, known);
        DirectoryQueries.OBJECTS.forEach(object -> read(pages, object, rows, ids));
        if (known.hasRetypedGroups()) {
            return Optional.empty();
        }
        for (String object : DirectoryQueries.OBJECTS) {
            if (!object.equals(USER) && !removeDeleted(object, since, known, builder, ids)) {
                return Optional.empty();
            }
        }
        return Optional.of(new DirectorySnapshot(builder.build(), known, ids, now, before.reconciledAt()));
    }

    private void read(RestPages pages, String object, DirectoryRows rows, Map<String, Set<String>> ids) {
        Set<String> seen = ids.computeIfAbsent(object, absent -> new HashSet<>());
        whole(() -> bulk.read(object, pages, DirectoryRows.fields(object), record -> {
            // A membership never changes: told again, it is not a second one.
            if (seen.add(record.reference("Id").value()) || !object.equals("GroupMember")) {
                rows.put(object, record);
            }
        }));
    }

    /** A query that did not come to its announced end is no listing; the next one may be. */
    private static <T> T whole(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException torn) {
            throw new UnavailableException(
                    torn.getMessage() + " (the query's result is not whole; read the directory again later)", torn);
        }
    }

    private boolean removeDeleted(
            String object, Instant since, KnownRows known, DirectoryBuilder builder, Map<String, Set<String>> ids) {
        Optional<DeletedIds> deleted = DeletedIds.since(rest, object, since);
        if (deleted.isEmpty()) {
            return false;
        }
        Set<String> there = ids.getOrDefault(object, Set.of());
        for (String id : deleted.get().ids()) {
            if (there.remove(id)) {
                if (object.equals(PROFILE)) {
                    return false;
                }
                remove(object, id, known, builder);
            }
        }
        return true;
    }

    private static void remove(String object, String id, KnownRows known, DirectoryBuilder builder) {
        switch (object) {
            case "UserRole" -> builder.remove(new RoleId(id));
            case "Group" -> builder.remove(new GroupId(id));
            case "GroupMember" -> known.removeMembership(id, builder);
            default -> throw new IllegalArgumentException(object + " cannot be removed from a directory");
        }
    }

    /** Keeps whoever went out of view without having been deleted; true if there is nobody. */
    private boolean keepLost(
            DirectorySnapshot before, DirectoryBuilder builder, KnownRows known, Map<String, Set<String>> ids) {
        boolean isComplete = true;
        for (String object : DirectoryQueries.OBJECTS) {
            Set<String> missing = new HashSet<>(before.ids().getOrDefault(object, Set.of()));
            missing.removeAll(ids.getOrDefault(object, Set.of()));
            if (!missing.isEmpty() && !object.equals(USER)) {
                DeletedIds.since(rest, object, before.reconciledAt().minus(overlap))
                        .ifPresent(deleted -> missing.removeAll(deleted.ids()));
            }
            missing.forEach(id -> keep(object, id, before, builder, known));
            ids.computeIfAbsent(object, absent -> new HashSet<>()).addAll(missing);
            isComplete &= missing.isEmpty();
        }
        return isComplete;
    }

    private static void keep(
            String object, String id, DirectorySnapshot before, DirectoryBuilder builder, KnownRows known) {
        Directory directory = before.directory();
        switch (object) {
            case "User" -> directory.users().find(new UserId(id)).ifPresent(builder::put);
            case "Profile" -> directory.profiles().find(new ProfileId(id)).ifPresent(builder::put);
            case "UserRole" -> directory.roles().find(new RoleId(id)).ifPresent(builder::put);
            case "Group" -> {
                directory.groups().find(new GroupId(id)).ifPresent(builder::put);
                known.group(id, before.known().asMember(id));
            }
            default -> known.keep(before.known(), id, builder);
        }
    }
}
