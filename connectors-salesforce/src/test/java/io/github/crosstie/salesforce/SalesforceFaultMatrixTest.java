package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.salesforce.FaultChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A first sync of contacts and events both ways, then edits and deletions, in which one request goes wrong: each request once in each
 * of the ways in which it can.
 */
class SalesforceFaultMatrixTest {

    private static final String ANSWER_LOST = "answer lost";
    private static final Map<String, Consumer<FaultChoice>> FAULTS = faults();

    /** All faults at all requests take minutes. */
    private static final boolean ALL = Boolean.getBoolean("crosstie.faults.all");

    private static Map<String, Consumer<FaultChoice>> faults() {
        Map<String, Consumer<FaultChoice>> faults = new LinkedHashMap<>();
        faults.put("request lost", FaultChoice::loseRequest);
        faults.put(ANSWER_LOST, FaultChoice::loseAnswer);
        faults.put("answer broken off", FaultChoice::breakOff);
        faults.put("answer cut short", FaultChoice::cutShort);
        faults.put("503", FaultChoice::serviceUnavailable);
        faults.put("session ended", FaultChoice::endSessions);
        faults.put(
                "day used up", fault -> fault.refuse(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
        faults.put("500", fault -> fault.refuse(500, "UNKNOWN_EXCEPTION", "an unexpected error"));
        return faults;
    }

    /** What goes wrong at a request: a lost answer, and in turn two of the others. */
    private static List<String> faultsAt(int request) {
        List<String> others = new ArrayList<>(FAULTS.keySet());
        if (ALL) {
            return others;
        }
        others.remove(ANSWER_LOST);
        return List.of(
                ANSWER_LOST,
                others.get(request % others.size()),
                others.get((request + others.size() / 2) % others.size()));
    }

    @ParameterizedTest(name = "with a field for marks: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "F1 to F8 over the wire: whatever request goes wrong, both sides end up as without it, with nothing twice")
    void endsUpTheSame(boolean hasTags) {
        verify(() -> new SyncedOrganization(hasTags), SyncedOrganization::fill, SyncedOrganization::change);
    }

    @Test
    @DisplayName("F1 to F8, S6: whatever request goes wrong, series end up whole, with nothing of them twice")
    void endsUpWithWholeSeries() {
        verify(() -> new SyncedOrganization(true), SyncedOrganization::fillSeries, SyncedOrganization::changeSeries);
    }

    @Test
    @DisplayName(
            "F1 to F8 with invitees: whatever request goes wrong, those who are invited at last are the meeting's attendees")
    void endsUpWithThoseWhoAreInvited() {
        verify(
                () -> new SyncedOrganization(true, SalesforceConnector.Builder::invitees),
                SyncedOrganization::fillInvitees,
                SyncedOrganization::changeInvitees);
    }

    private static void verify(
            Supplier<SyncedOrganization> users,
            Consumer<SyncedOrganization> fill,
            Consumer<SyncedOrganization> change) {
        int first;
        int all;
        Map<String, List<String>> wanted;
        try (SyncedOrganization user = users.get()) {
            fill.accept(user);
            user.sync();
            first = user.salesforce.requests().size();
            user.settle();
            change.accept(user);
            int before = user.salesforce.requests().size();
            user.sync();
            all = first + user.salesforce.requests().size() - before;
            user.settle();
            wanted = user.state();
        }
        List<String> failures = new ArrayList<>();
        for (int request = 1; request <= all; request++) {
            for (String fault : faultsAt(request)) {
                Map<String, List<String>> state =
                        after(users, fill, change, request, first, FAULTS.getOrDefault(fault, FaultChoice::loseAnswer));
                if (!state.equals(wanted)) {
                    failures.add(fault + " at request " + request + ": " + state + " instead of " + wanted);
                }
            }
        }

        assertThat(all).isGreaterThan(10);
        assertThat(failures).isEmpty();
    }

    private static Map<String, List<String>> after(
            Supplier<SyncedOrganization> users,
            Consumer<SyncedOrganization> fill,
            Consumer<SyncedOrganization> change,
            int request,
            int first,
            Consumer<FaultChoice> fault) {
        try (SyncedOrganization user = users.get()) {
            fill.accept(user);
            if (request <= first) {
                fault.accept(user.salesforce.faults().nth(request));
            }
            user.sync();
            user.settle();
            change.accept(user);
            if (request > first) {
                fault.accept(
                        user.salesforce.faults().nth(user.salesforce.requests().size() + request - first));
            }
            user.sync();
            user.settle();
            return user.state();
        }
    }
}
