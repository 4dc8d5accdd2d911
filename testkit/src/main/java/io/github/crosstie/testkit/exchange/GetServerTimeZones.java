package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import io.github.crosstie.testkit.internal.mailbox.WindowsZones;
import io.github.crosstie.testkit.internal.mailbox.ZoneDefinition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** GetServerTimeZones: Windows' zones, with their rules unless the request does without. */
final class GetServerTimeZones implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call, Tree.of("m:TimeZoneDefinitions"));
        return answers.add(() -> zones(call)).response();
    }

    private static Tree[] zones(Call call) {
        List<String> wanted = new ArrayList<>();
        call.body().in("m:Ids").forEach(id -> wanted.add(id.text()));
        if (wanted.isEmpty()) {
            wanted.addAll(WindowsZones.names());
        }
        boolean full = !call.body().attribute("ReturnFullTimeZoneData").equals("false");
        List<Tree> zones = new ArrayList<>();
        for (String name : wanted) {
            ZoneRules rules = WindowsZones.rules(name);
            if (rules != null) {
                zones.add(full ? ZoneDefinition.full(name, rules) : ZoneDefinition.brief("TimeZoneDefinition", name));
            }
        }
        return new Tree[] {Tree.of("m:TimeZoneDefinitions", zones)};
    }
}
