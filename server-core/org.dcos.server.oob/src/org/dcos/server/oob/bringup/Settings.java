package org.dcos.server.oob.bringup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.BringUpSettings.Recognised;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Invalid.Violation;
import org.dcos.domain.settings.SettingsStore;

/** The settings, and the credentials of their first logins. Thread-safe: what is given out never changes. */
final class Settings {

    private static final String SERVICE = "bring-up";
    private static final int MOST_ROWS = 200;
    private static final int MOST_AT_ONCE = 256;
    private static final Pattern MAC_PREFIX = Pattern.compile("([0-9a-f]{2}(:[0-9a-f]{2}){0,5})?");

    /**
     * Makers whose BMCs name themselves in what they ask for. All others are found by what answers: who has got an
     * address is asked on the port of IPMI.
     */
    static final List<Recognised> KNOWN = List.of(
            new Recognised("Dell iDRAC", "", "iDRAC*", "", "", ""),
            new Recognised("Dell iDRAC", "", "", "idrac-*", "", ""),
            new Recognised("HPE iLO", "", "CPQRIB*", "", "", ""),
            new Recognised("HPE iLO", "", "", "ilo*", "", ""),
            new Recognised("Lenovo XClarity Controller", "", "", "xcc-*", "", ""));

    static final BringUpSettings DEFAULT = new BringUpSettings(false, KNOWN, List.of(), "", "oob", true, 64, false);

    private final SettingsStore store;
    private final CredentialVault vault;
    private volatile Current current;

    private record Current(BringUpSettings settings, Map<FirstLogin, UUID> logins) {}

    Settings(SettingsStore store, CredentialVault vault) {
        this.store = store;
        this.vault = vault;
        this.current = read(store.load(SERVICE));
    }

    BringUpSettings now() {
        return current.settings();
    }

    /** First logins by model in their order, each with its credential. */
    Map<FirstLogin, UUID> logins() {
        return current.logins();
    }

    /** A first login without a password keeps the one that it had. */
    synchronized void save(BringUpSettings wanted) throws Invalid {
        var wrong = new ArrayList<Violation>();
        check(wanted, wrong);
        var logins = new LinkedHashMap<FirstLogin, UUID>();
        for (int i = 0; i < wanted.logins().size(); i++) {
            FirstLogin one = wanted.logins().get(i);
            var shown = new FirstLogin(one.model().strip(), one.user().strip(), Optional.empty());
            Optional<UUID> credential = one.password().filter(password -> !password.isEmpty())
                    .map(password -> vault.keep(shown.user(), password).id())
                    .or(() -> Optional.ofNullable(current.logins().get(shown)));
            if (credential.isEmpty()) {
                wrong.add(new Violation("logins[" + i + "].password",
                        "No password is known for '%s' of '%s'; give it.".formatted(shown.user(), shown.model())));
            } else {
                logins.put(shown, credential.get());
            }
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        var settings = new BringUpSettings(wanted.running(), wanted.recognition(), List.copyOf(logins.keySet()),
                wanted.user().strip(), wanted.purpose().strip(), wanted.release(), wanted.atOnce(),
                wanted.leaveOpen());
        store.save(SERVICE, written(settings, logins));
        current = new Current(settings, logins);
    }

    private static void check(BringUpSettings wanted, List<Violation> wrong) {
        if (wanted.purpose().isBlank()) {
            wrong.add(new Violation("purpose",
                    "Name the purpose of the prefixes that static addresses are taken of, such as oob."));
        }
        if (wanted.atOnce() < 1 || wanted.atOnce() > MOST_AT_ONCE) {
            wrong.add(new Violation("atOnce",
                    "%d is not between 1 and %d.".formatted(wanted.atOnce(), MOST_AT_ONCE)));
        }
        if (wanted.logins().size() > MOST_ROWS || wanted.recognition().size() > MOST_ROWS) {
            wrong.add(new Violation("", "At most %d rows are taken in a table.".formatted(MOST_ROWS)));
        }
        for (int i = 0; i < wanted.logins().size(); i++) {
            if (wanted.logins().get(i).model().isBlank() || wanted.logins().get(i).user().isBlank()) {
                wrong.add(new Violation("logins[" + i + "]",
                        "A first login needs a model and a user; * stands for every model."));
            }
        }
        for (int i = 0; i < wanted.recognition().size(); i++) {
            var row = wanted.recognition().get(i);
            if (!MAC_PREFIX.matcher(row.macPrefix()).matches()) {
                wrong.add(new Violation("recognition[" + i + "].macPrefix",
                        "'%s' is no beginning of a MAC; write 3c:ec:ef.".formatted(row.macPrefix())));
            }
            if (Recognition.empty(row)) {
                wrong.add(new Violation("recognition[" + i + "]",
                        "Nothing is given to recognise it by; every machine would be taken for a BMC."));
            }
        }
    }

    private static Map<String, String> written(BringUpSettings settings, Map<FirstLogin, UUID> logins) {
        var values = new LinkedHashMap<String, String>();
        values.put("running", Boolean.toString(settings.running()));
        values.put("user", settings.user());
        values.put("purpose", settings.purpose());
        values.put("release", Boolean.toString(settings.release()));
        values.put("atOnce", Integer.toString(settings.atOnce()));
        values.put("leaveOpen", Boolean.toString(settings.leaveOpen()));
        int row = 0;
        for (var login : logins.entrySet()) {
            values.put("login." + row + ".model", login.getKey().model());
            values.put("login." + row + ".user", login.getKey().user());
            values.put("login." + row + ".credential", login.getValue().toString());
            row++;
        }
        for (int i = 0; i < settings.recognition().size(); i++) {
            var one = settings.recognition().get(i);
            String key = "recognition." + i;
            values.put(key + ".maker", one.maker());
            values.put(key + ".mac", one.macPrefix());
            values.put(key + ".vendor", one.vendorClass());
            values.put(key + ".host", one.hostName());
            values.put(key + ".client", one.clientId());
            values.put(key + ".options", one.vendorOptions());
        }
        return values;
    }

    private static Current read(Map<String, String> values) {
        if (values.isEmpty()) {
            return new Current(DEFAULT, Map.of());
        }
        var logins = new LinkedHashMap<FirstLogin, UUID>();
        for (int i = 0; values.containsKey("login." + i + ".model"); i++) {
            logins.put(new FirstLogin(values.get("login." + i + ".model"), values.get("login." + i + ".user"),
                    Optional.empty()), UUID.fromString(values.get("login." + i + ".credential")));
        }
        var recognition = new ArrayList<Recognised>();
        for (int i = 0; values.containsKey("recognition." + i + ".maker"); i++) {
            String key = "recognition." + i;
            recognition.add(new Recognised(values.get(key + ".maker"), values.get(key + ".mac"),
                    values.get(key + ".vendor"), values.get(key + ".host"), values.get(key + ".client"),
                    values.get(key + ".options")));
        }
        return new Current(new BringUpSettings(Boolean.parseBoolean(values.get("running")), recognition,
                List.copyOf(logins.keySet()), values.get("user"), values.get("purpose"),
                Boolean.parseBoolean(values.get("release")), Integer.parseInt(values.get("atOnce")),
                Boolean.parseBoolean(values.get("leaveOpen"))), logins);
    }
}
