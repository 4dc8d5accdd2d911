package io.github.crosstie.apply;

import io.github.crosstie.connector.Write;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.StateChange;
import java.util.List;

/** A remote write that is ready: what to commit before it, and the call. */
record PreparedWrite(PlannedChange.RemoteWrite change, LinkId link, List<StateChange> intent, Write write) {}
