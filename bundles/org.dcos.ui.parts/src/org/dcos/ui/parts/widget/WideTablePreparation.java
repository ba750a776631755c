package org.dcos.ui.parts.widget;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.slf4j.LoggerFactory;

/**
 * Loads what the first {@link WideTable} needs before it is needed. The collections below it look through all bundles
 * for their services when they are first used, which takes a second or more on a cold start and would be felt in the
 * thread of the widgets.
 */
public final class WideTablePreparation {

    private static final String FACTORIES = "org.eclipse.collections.api.factory.";
    private static final String PRIMITIVES = "org.eclipse.collections.impl.factory.primitive.";
    private static final List<String> SLOW = List.of(FACTORIES + "Sets", FACTORIES + "Maps", PRIMITIVES + "IntLists",
            PRIMITIVES + "IntSets", PRIMITIVES + "IntIntMaps", PRIMITIVES + "IntObjectMaps",
            PRIMITIVES + "IntBooleanMaps", PRIMITIVES + "IntDoubleMaps", PRIMITIVES + "ObjectIntMaps");

    private WideTablePreparation() {}

    /** On any thread; touches no widget. */
    public static void run() {
        for (String name : SLOW) {
            try {
                Class.forName(name, true, NatTable.class.getClassLoader());
            } catch (ClassNotFoundException e) { // another version of the table: it loads what it needs itself
                LoggerFactory.getLogger(WideTablePreparation.class).debug("The tables do not use {}", name, e);
            }
        }
    }
}
