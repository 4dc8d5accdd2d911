package io.github.crosstie.engagement.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A unit's changes after some of those that were held may pass, each in its place.
 *
 * @param changes what is to be done
 * @param held what goes on waiting
 * @param places where those that may pass now stand among the changes
 */
record Passage(List<UserChange> changes, List<HeldChange> held, List<Integer> places) {

    static Passage of(UnitPlan plan, Predicate<HeldChange> passes) {
        Map<Integer, HeldChange> waiting = new HashMap<>();
        plan.held().forEach(each -> waiting.put(each.place(), each));
        Passage passage = new Passage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int next = 0;
        for (int place = 0; place < plan.changes().size() + plan.held().size(); place++) {
            HeldChange here = waiting.get(place);
            if (here == null) {
                passage.changes.add(plan.changes().get(next++));
            } else if (passes.test(here)) {
                passage.places.add(passage.changes.size());
                passage.changes.add(here.change());
            } else {
                passage.held.add(here);
            }
        }
        return passage;
    }
}
