package org.dcos.server.store.bmc;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.problem.Conflict;
import org.dcos.server.store.database.Breach;
import org.dcos.server.store.database.H2Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import jakarta.persistence.EntityManager;

/** BMCs in the database. */
@Component
public final class JpaBmcStore implements BmcStore {

    private final H2Database database;

    @Activate
    public JpaBmcStore(@Reference H2Database database) {
        this.database = database;
    }

    @Override
    public List<Bmc> bmcs() {
        return database.read(entities -> entities
                .createQuery("select b from BmcEntity b order by b.address, b.port", BmcEntity.class).getResultList()
                .stream().map(BmcEntity::toBmc).toList());
    }

    @Override
    public Optional<Bmc> bmc(UUID id) {
        return database.read(entities -> Optional.ofNullable(entities.find(BmcEntity.class, id)).map(BmcEntity::toBmc));
    }

    @Override
    public Optional<Bmc> byServer(UUID server) {
        return database.read(entities -> entities
                .createQuery("select b from BmcEntity b where b.server = :server", BmcEntity.class)
                .setParameter("server", server).getResultList().stream().findFirst().map(BmcEntity::toBmc));
    }

    @Override
    public Optional<Bmc> byAddress(String address, int port) {
        return database.read(entities -> entities
                .createQuery("select b from BmcEntity b where b.address = :address and b.port = :port", BmcEntity.class)
                .setParameter("address", address).setParameter("port", port).getResultList().stream().findFirst()
                .map(BmcEntity::toBmc));
    }

    @Override
    public Bmc save(Bmc bmc) throws Conflict {
        try {
            return this.database.<Bmc, Conflict>write(entities -> {
                if (bmc.server().isPresent() && !recorded(entities, bmc.server().get())) {
                    throw new Conflict("The server of BMC %s was deleted meanwhile.".formatted(bmc.address()));
                }
                BmcEntity row;
                if (bmc.version() == 0) {
                    row = BmcEntity.of(bmc);
                    entities.persist(row);
                } else {
                    row = entities.find(BmcEntity.class, bmc.id());
                    if (row == null || row.version != bmc.version()) {
                        throw new Conflict(("The BMC %s was changed or deleted by somebody else meanwhile. "
                                + "Load it again and repeat your change.").formatted(bmc.address()));
                    }
                    row.take(bmc);
                }
                entities.flush();
                return row.toBmc();
            });
        } catch (RuntimeException e) {
            throw new Conflict(text(Breach.of(e).orElseThrow(() -> e), bmc));
        }
    }

    private static boolean recorded(EntityManager entities, UUID server) {
        return !entities.createNativeQuery("select 1 from item where id = ? and kind = 'SERVER'")
                .setParameter(1, server).getResultList().isEmpty();
    }

    @Override
    public boolean delete(UUID id) {
        return database.write(entities -> {
            var row = entities.find(BmcEntity.class, id);
            if (row != null) {
                entities.remove(row);
            }
            return row != null;
        });
    }

    private String text(Breach breach, Bmc bmc) {
        return switch (breach) {
            case VERSION -> "The BMC %s was changed by somebody else at the same moment. Load it again."
                    .formatted(bmc.address());
            case REFERENCE -> "The credential of BMC %s was deleted meanwhile.".formatted(bmc.address());
            case UNIQUE -> {
                boolean addressTaken = byAddress(bmc.address(), bmc.port()).filter(o -> !o.id().equals(bmc.id()))
                        .isPresent();
                yield addressTaken
                        ? "A BMC at %s port %d is known already.".formatted(bmc.address(), bmc.port())
                        : "The server of BMC %s has another BMC already. Delete that one first."
                                .formatted(bmc.address());
            }
        };
    }
}
