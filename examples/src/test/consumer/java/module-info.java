/** A host on the module path. */
module host {
    requires io.github.crosstie.core;
}
