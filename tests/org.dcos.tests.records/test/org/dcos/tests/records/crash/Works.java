package org.dcos.tests.records.crash;

/** All sorts of work, which share nothing of what is recorded. */
enum Works {

    IMPORT(new ImportWork()), RELOCATION(new RelocationWork()), SPLIT(new SplitWork());

    private final Work work;

    Works(Work work) {
        this.work = work;
    }

    Work work() {
        return work;
    }

    /** The one that a thread of the worker does: it is named so. */
    static Works ofThisThread() {
        return valueOf(Thread.currentThread().getName());
    }
}
