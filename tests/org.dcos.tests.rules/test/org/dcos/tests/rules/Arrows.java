package org.dcos.tests.rules;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which bundle may use what: the table of docs/ARCHITECTURE.md as data. A bundle without a row fails, and so does every
 * import and every required bundle that its row does not cover.
 */
final class Arrows {

    private static final List<String> LOGGING = List.of("org.slf4j");
    private static final List<String> DS = List.of("org.osgi.service.component.annotations",
            "org.osgi.service.component.propertytypes", "org.osgi.service.metatype.annotations", "org.osgi.annotation");
    private static final List<String> JSON = List.of("tools.jackson", "com.fasterxml.jackson.annotation");
    private static final List<String> JPA = List.of("jakarta.persistence", "org.eclipse.persistence", "org.h2",
            "com.zaxxer.hikari");
    private static final List<String> HTTP = List.of("org.eclipse.jetty");
    private static final List<String> CRYPTO = List.of("org.bouncycastle");
    private static final List<String> SHEETS = List.of("org.dhatim.fastexcel");
    private static final List<String> YAML = List.of("org.snakeyaml.engine");
    private static final List<String> APPLICATION = List.of("org.eclipse.equinox.app", "org.eclipse.equinox.common",
            "org.eclipse.core.runtime", "org.osgi.framework", "org.osgi.util.tracker");
    private static final List<String> OBSERVABLES = List.of("org.eclipse.core.databinding.observable",
            "org.eclipse.equinox.common");
    private static final List<String> WORKBENCH = List.of("org.eclipse.ui", "org.eclipse.jface", "org.eclipse.swt",
            "org.eclipse.core", "org.eclipse.e4", "org.eclipse.equinox", "jakarta.inject", "jakarta.annotation");

    private static final Set<String> JDK = packagesOfTheJdk();
    private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

    static {
        row("domain");
        row("wire", own("domain"), JSON);
        row("client", own("domain", "wire"), DS);
        row("ui.model", own("domain"), OBSERVABLES);
        row("ui.canvas", own("domain"), List.of("org.eclipse.swt", "org.jfree"));
        row("ui.parts", own("domain", "ui.model", "ui.canvas"), WORKBENCH, DS,
                List.of("org.eclipse.nebula", "org.osgi.framework"));
        row("console", own("domain", "client", "ui.model", "ui.canvas", "ui.parts"), WORKBENCH, DS,
                List.of("org.osgi"));
        row("net.dhcp");
        row("net.ipmi");
        row("net.probe");
        row("net.redfish", JSON);
        row("server.store", own("domain"), JPA, DS, CRYPTO, JSON);
        row("server.metrics", own("domain"), DS, List.of("org.h2.mvstore"));
        row("server.cmdb", own("domain"), DS, SHEETS, YAML);
        row("server.alert", own("domain"), DS);
        row("server.oob", own("domain", "net.ipmi", "net.redfish"), DS);
        row("server.boot", own("domain", "net.dhcp", "net.probe"), DS);
        row("server.monitor", own("domain", "net.ipmi", "net.probe"), DS);
        row("server.gateway", own("domain", "wire"), DS, HTTP, CRYPTO, APPLICATION);
        row("lab", own("domain", "net.ipmi", "net.redfish"), SHEETS, CRYPTO);
    }

    static boolean knows(String bundle) {
        return ROWS.containsKey(bundle);
    }

    /** Whether the bundle may use a package or a required bundle of that name. The JDK is open to all. */
    static boolean allows(String bundle, String target) {
        return JDK.contains(target)
                || Stream.concat(LOGGING.stream(), ROWS.getOrDefault(bundle, List.of()).stream())
                        .anyMatch(allowed -> target.equals(allowed) || target.startsWith(allowed + "."));
    }

    private static Set<String> packagesOfTheJdk() {
        return ModuleLayer.boot().modules().stream().flatMap(module -> module.getDescriptor().exports().stream())
                .filter(export -> !export.isQualified()).map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    @SafeVarargs
    private static void row(String bundle, List<String>... allowed) {
        var targets = new ArrayList<String>();
        for (List<String> some : allowed) {
            targets.addAll(some);
        }
        ROWS.put(bundle, targets);
    }

    private static List<String> own(String... bundles) {
        return Stream.of(bundles).map("org.dcos."::concat).toList();
    }

    private Arrows() {}
}
