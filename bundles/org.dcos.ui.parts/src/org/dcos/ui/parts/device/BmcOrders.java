package org.dcos.ui.parts.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.LanSettings.Source;
import org.dcos.domain.bmc.BmcSetup.Watchdog;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.ui.model.bmc.BmcSetupModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.device.BmcOrderDialog.Field;
import org.dcos.ui.parts.power.OperationJob;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchSite;

/** What can be done to a BMC: each asked for with its reason, and then an operation of the server-core. */
final class BmcOrders {

    private static final List<Privilege> RIGHTS = List.of(Privilege.USER, Privilege.OPERATOR, Privilege.ADMINISTRATOR);

    private final IWorkbenchSite site;
    private final Desk desk;
    private final BmcSetupModel model;
    private final Supplier<String> server;

    /** @param words in a menu */
    record Deed(String words, Runnable run) {}

    BmcOrders(IWorkbenchSite site, Desk desk, BmcSetupModel model, Supplier<String> server) {
        this.site = site;
        this.desk = desk;
        this.model = model;
        this.server = server;
    }

    String server() {
        return server.get();
    }

    /** Whether a section has several things to do, to be chosen from a menu. */
    boolean choices(Section section) {
        return switch (section) {
            case FIRMWARE, ACCOUNTS, DOORS -> true;
            case NETWORK, CLOCK, WATCHDOG, POWER, ALERTING, PARTS -> false;
        };
    }

    boolean possible(Section section) {
        return !of(section).isEmpty();
    }

    /** What can be done about a section as it is now. */
    List<Deed> of(Section section) {
        if (model.details().isEmpty()) {
            return List.of();
        }
        var told = model.details().get();
        return switch (section) {
            case FIRMWARE -> List.of(new Deed(text("bmc.warm"), () -> restart(false)),
                    new Deed(text("bmc.cold"), () -> restart(true)));
            case ACCOUNTS -> accounts(told);
            case NETWORK -> told.network().map(network -> new Deed("", () -> network(network.lan()))).stream().toList();
            case CLOCK -> List.of(new Deed("", () -> change("bmc.clock", List.of(), _ -> new BmcChange.SetClock())));
            case DOORS -> told.doors().stream().flatMap(doors -> doors.open().stream().sorted())
                    .map(this::close).toList();
            case WATCHDOG -> told.watchdog().flatMap(BmcDetails.WatchdogTimer::timer).filter(Watchdog::running)
                    .map(_ -> new Deed("", this::stopWatchdog)).stream().toList();
            case POWER -> told.power().flatMap(BmcDetails.Power::draw)
                    .map(draw -> new Deed("", () -> limit(draw.limit()))).stream().toList();
            case ALERTING -> List.of(new Deed("", () -> alerts(told.alerting()
                    .flatMap(BmcDetails.Alerting::address))));
            case PARTS -> List.of();
        };
    }

    private String text(String key, Object... arguments) {
        return desk.texts().get(key, arguments);
    }

    private Shell shell() {
        return site.getShell();
    }

    private void restart(boolean cold) {
        change("bmc.restart", List.of(), _ -> new BmcChange.Restart(cold));
    }

    private Deed close(Weakness weakness) {
        String name = desk.modelTexts().of("bmc.weakness", weakness);
        return new Deed(text("bmc.close", name), () -> ask(text("bmc.close.title", name),
                text("bmc.close.sentence", server()), text("bmc.close.action"), List.of())
                        .ifPresent(answer -> order(new BmcChange.CloseDoor(weakness), answer.why())));
    }

    private void stopWatchdog() {
        ask(text("bmc.watchdog.title", server()), text("bmc.watchdog.sentence"), text("bmc.watchdog.action.do"),
                List.of()).ifPresent(answer -> order(new BmcChange.StopWatchdog(), answer.why()));
    }

    private void limit(Optional<Integer> now) {
        change("bmc.power", List.of(Field.number(text("bmc.power.field"), now, text("bmc.power.wrong"))),
                values -> new BmcChange.LimitPower(number(values.getFirst())));
    }

    private void alerts(Optional<String> now) {
        change("bmc.alerts", List.of(Field.text(text("bmc.alerts.field"), now.orElse(""))),
                values -> new BmcChange.SendAlerts(filled(values.getFirst())));
    }

    private List<Deed> accounts(BmcDetails told) {
        var deeds = new ArrayList<Deed>();
        deeds.add(new Deed(text("bmc.rotate"), () -> access("bmc.rotate", new AccessChange.RotatePassword())));
        for (var user : model.accounts()) {
            String name = model.name(user);
            deeds.add(new Deed(text(user.enabled() ? "bmc.turn.off" : "bmc.turn.on", name), () -> turn(user, name)));
            if (!user.name().equals(told.ownUser())) {
                deeds.add(new Deed(text("bmc.password", name), () -> password(user, name)));
                deeds.add(new Deed(text("bmc.rights", name), () -> rights(user, name)));
            }
        }
        deeds.add(new Deed(text("bmc.new"), this::make));
        return deeds;
    }

    private Field privileges(Privilege now) {
        return Field.choice(text("bmc.rights.field"),
                RIGHTS.stream().map(privilege -> desk.modelTexts().of("bmc.privilege", privilege)).toList(),
                Math.max(0, RIGHTS.indexOf(now)));
    }

    private void rights(BmcUser user, String name) {
        ask(text("bmc.rights.title", name), text("bmc.rights.sentence", server()), text("bmc.rights.action"),
                List.of(privileges(user.privilege()))).ifPresent(
                        answer -> orderAccess(new AccessChange.SetAccount(user.id(), user.name(), user.enabled(),
                                RIGHTS.get(Integer.parseInt(answer.values().getFirst())), Optional.empty()),
                                answer.why()));
    }

    private void make() {
        var fields = List.of(Field.needed(text("bmc.new.name")), privileges(Privilege.OPERATOR),
                Field.secret(text("bmc.password.field")));
        ask(text("bmc.new.title"), text("bmc.new.sentence", server()), text("bmc.new.action"), fields).ifPresent(
                answer -> orderAccess(new AccessChange.SetAccount(model.freeAccount(), answer.values().get(0).strip(),
                        true, RIGHTS.get(Integer.parseInt(answer.values().get(1))),
                        Optional.of(Secret.of(answer.values().get(2)))), answer.why()));
    }

    private void turn(BmcUser user, String name) {
        String way = user.enabled() ? "off" : "on";
        ask(text("bmc.turn.title." + way, name), text("bmc.turn.sentence", server()),
                text("bmc.turn.action." + way), List.of()).ifPresent(
                        answer -> orderAccess(
                                new AccessChange.SetAccount(user.id(), user.name(), !user.enabled(), user.privilege(),
                                        Optional.empty()),
                                answer.why()));
    }

    private void password(BmcUser user, String name) {
        ask(text("bmc.password.title", name), text("bmc.password.sentence", server()), text("bmc.password.action"),
                List.of(Field.secret(text("bmc.password.field")))).ifPresent(
                        answer -> orderAccess(
                                new AccessChange.SetPassword(user.id(), Secret.of(answer.values().getFirst())),
                                answer.why()));
    }

    private void network(LanSettings now) {
        var sources = List.of(Source.STATIC, Source.DHCP);
        var fields = List.of(Field.choice(text("bmc.network.source"),
                sources.stream().map(source -> desk.modelTexts().of("bmc.source", source)).toList(),
                Math.max(0, sources.indexOf(now.source()))),
                Field.text(text("bmc.network.address"), now.address()),
                Field.text(text("bmc.network.mask"), now.mask()),
                Field.text(text("bmc.network.gateway"), now.gateway().orElse("")),
                Field.number(text("bmc.network.vlan"), now.vlan(), text("bmc.network.vlan.wrong")));
        ask(text("bmc.network.title", server()), text("bmc.network.sentence"), text("bmc.network.action"), fields)
                .ifPresent(answer -> {
                    var values = answer.values();
                    boolean dhcp = sources.get(Integer.parseInt(values.getFirst())) == Source.DHCP;
                    orderAccess(new AccessChange.SetNetwork(dhcp ? Source.DHCP : Source.STATIC,
                            dhcp ? Optional.empty() : filled(values.get(1)),
                            dhcp ? Optional.empty() : filled(values.get(2)),
                            dhcp ? Optional.empty() : filled(values.get(3)), number(values.get(4))), answer.why());
                });
    }

    private static Optional<String> filled(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<Integer> number(String value) {
        return filled(value).map(Integer::valueOf);
    }

    /** A change from what was filled in. */
    @FunctionalInterface
    private interface Made {
        BmcChange of(List<String> values);
    }

    private void change(String key, List<Field> fields, Made made) {
        ask(text(key + ".title", server()), text(key + ".sentence"), text(key + ".action"), fields)
                .ifPresent(answer -> order(made.of(answer.values()), answer.why()));
    }

    private void access(String key, AccessChange change) {
        ask(text(key + ".title", server()), text(key + ".sentence"), text(key + ".action"), List.of())
                .ifPresent(answer -> orderAccess(change, answer.why()));
    }

    private Optional<BmcOrderDialog.Answer> ask(String title, String sentence, String action, List<Field> fields) {
        return new BmcOrderDialog(shell(), desk.texts(), title, sentence, action, fields).answer();
    }

    private void order(BmcChange change, String why) {
        model.bmc().ifPresent(bmc -> OperationJob.start(site.getWorkbenchWindow(), desk, server(),
                core -> core.bmcSettings().change(bmc, change, why)));
    }

    private void orderAccess(AccessChange change, String why) {
        model.bmc().ifPresent(bmc -> OperationJob.start(site.getWorkbenchWindow(), desk, server(),
                core -> core.bmcSettings().changeAccess(bmc, change, why)));
    }
}
