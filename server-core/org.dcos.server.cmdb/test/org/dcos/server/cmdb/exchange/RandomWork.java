package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationTarget;
import org.dcos.server.cmdb.plan.PlannedAddresses;
import org.dcos.server.cmdb.relocation.RelocationBook;

/** Changes of every sort that the records know, drawn from a seed: any field of any kind, files, networks, moves. */
final class RandomWork {

    private static final List<String> TEXTS = List.of("", "web-1", "x", "00042", "=1+2", "two\nlines", "a;b, \"c\"",
            "机柜", " 7 ", "10.0.0.77", "10.0.64.0/18", "00:1b:44:11:3a:b8");

    private final Desk desk;
    private final Random random;
    private final PlannedAddresses plan;
    private final RelocationBook relocations;

    RandomWork(Desk desk, Random random) {
        this.desk = desk;
        this.random = random;
        this.plan = new PlannedAddresses(desk.records, desk.settings, List::of, java.time.InstantSource.system());
        this.relocations = new RelocationBook(desk.records, desk.items);
    }

    /** Does one thing, which is refused more often than not. */
    void once() throws Problem {
        switch (random.nextInt(24)) {
            case 0, 1 -> file();
            case 2, 3, 4, 5, 6 -> plan.carryOut(order());
            case 7, 8, 9, 10, 11 -> move();
            case 12 -> {
                var sets = desk.book.changeSets(Optional.empty(), Optional.empty(), new PageRequest(0, 3)).items();
                desk.book.undo(any(sets).number(), "because");
            }
            default -> edit();
        }
    }

    private void edit() throws Problem {
        var edits = new ArrayList<Edit>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Item item = any(desk.all(Item.class));
            edits.add(switch (random.nextInt(4)) {
                case 0 -> new Edit.Delete(Kind.of(item), item.id(), 0);
                case 1 -> new Edit.Put(changed(Items.with(Items.blank(Kind.of(item), new UUID(random.nextLong(),
                        random.nextLong())), texts(item))));
                default -> new Edit.Put(changed(item));
            });
        }
        desk.records.commit("", "", edits);
    }

    private static Map<String, String> texts(Item item) {
        var texts = new HashMap<String, String>();
        for (Field field : Items.fields(Kind.of(item))) {
            if (field.type() != Field.Type.PARTS) {
                texts.put(field.path(), Items.text(item, field.path()));
            }
        }
        return texts;
    }

    private Item changed(Item item) throws Problem {
        var texts = new HashMap<String, String>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            Field field = any(Items.fields(Kind.of(item)));
            if (field.type() != Field.Type.PARTS) {
                texts.put(field.path(), text(item, field));
            }
        }
        if (random.nextInt(4) == 0) {
            texts.put("label.x" + random.nextInt(2), any(TEXTS).strip());
        }
        return Items.with(item, texts);
    }

    private String text(Item item, Field field) {
        return switch (field.type()) {
            case TEXT, TEXTS -> random.nextBoolean() ? any(TEXTS) : "n" + random.nextInt(100);
            case INTEGER -> Integer.toString(random.nextInt(50));
            case DECIMAL -> Double.toString(random.nextInt(80) / 2.0);
            case BOOLEAN -> Boolean.toString(random.nextBoolean());
            case DATE -> "2027-01-" + (10 + random.nextInt(20));
            case INSTANT -> "2027-01-01T00:00:%d0Z".formatted(random.nextInt(6));
            case CHOICE -> any(field.choices());
            case REFERENCE, REFERENCES -> any(desk.all(Item.class).stream()
                    .filter(to -> field.to().isEmpty() || field.to().contains(Kind.of(to))).map(Item::id)
                    .map(UUID::toString).toList(), Items.text(item, field.path()));
            case PARTS -> "";
        };
    }

    private void file() throws Problem {
        var text = new StringBuilder("name,serial,owner,label.env\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append("s%d,SN-%d,%s,e%d\n".formatted(random.nextInt(9), random.nextInt(9),
                    random.nextBoolean() ? "li" : "wang", random.nextInt(3)));
        }
        desk.take("servers.csv", text.toString());
    }

    private PlanOrder order() {
        Prefix prefix = any(desk.all(Prefix.class));
        int length = Cidr.parse(prefix.cidr()).length();
        return switch (random.nextInt(5)) {
            case 0 -> new PlanOrder.Split(prefix.id(), length + 1 + random.nextInt(3), "");
            case 1 -> new PlanOrder.Merge(desk.all(Prefix.class).stream()
                    .filter(other -> Cidr.parse(other.cidr()).length() == length).map(Prefix::id).toList(), "");
            case 2 -> new PlanOrder.TakePrefixes(prefix.id(), length + 1 + random.nextInt(6), 1 + random.nextInt(3),
                    Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty(), "", "");
            case 3 -> PlanOrder.TakeAddresses.next(prefix.id(), 1 + random.nextInt(4), Optional.empty(), "");
            default -> new PlanOrder.Reclaim(List.of(any(desk.all(IpAddress.class)).id()), "");
        };
    }

    private void move() throws Problem {
        List<Relocation> open = desk.all(Relocation.class).stream().filter(Relocation::open).toList();
        if (open.isEmpty()) {
            List<Device> racked = desk.all(Device.class).stream().filter(d -> d.mounting().isPresent()).toList();
            relocations.begin(new RelocationOrder("", "", List.of(new RelocationTarget(any(racked).id(),
                    any(desk.all(Rack.class)).id(), 1 + random.nextInt(42), Face.FRONT))));
        } else if (random.nextInt(5) == 0) {
            relocations.rollBack(open.getFirst().id(), "");
        } else {
            RelocationMove move = any(open.getFirst().moves());
            relocations.done(open.getFirst().id(), move.device(), move.next().orElseThrow(), "");
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T any(List<T> all, T otherwise) {
        return all.isEmpty() ? otherwise : any(all);
    }
}
