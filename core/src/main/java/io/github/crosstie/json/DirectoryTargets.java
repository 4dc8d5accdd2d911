package io.github.crosstie.json;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import java.util.Optional;
import java.util.function.Function;

/** Resolves what a document names by looking it up in a directory. */
record DirectoryTargets(Directory directory) implements Targets {

    @Override
    public UserId user(JsonPlace place) {
        return find(place, "user has the id or username", directory.names()::user);
    }

    @Override
    public ProfileId profile(JsonPlace place) {
        return find(place, "profile has the id or name", directory.names()::profile);
    }

    @Override
    public GroupId group(JsonPlace place) {
        return find(place, "public group has the id or developer name", directory.names()::group);
    }

    @Override
    public RoleId role(JsonPlace place) {
        return find(place, "role has the id or developer name", directory.names()::role);
    }

    @Override
    public UserId creator(JsonPlace place) {
        String text = place.name();
        return place.build(() -> directory.names().user(text))
                .orElseGet(() -> new UserId(directory.idForm().canonical(text)));
    }

    private <T> T find(JsonPlace place, String nobody, Function<String, Optional<T>> lookUp) {
        String text = place.name();
        return place.build(() -> lookUp.apply(text))
                .orElseThrow(() -> place.fault("no " + nobody + " '" + JsonPlace.shortened(text)
                        + "' in the directory of " + directory.organization() + "; correct it or remove the entry"));
    }
}
