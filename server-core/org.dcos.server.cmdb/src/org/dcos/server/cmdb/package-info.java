/**
 * The configuration database: the rules of the inventory. Whoever changes it takes the {@link WriterTurn}, looks at
 * what is recorded, checks, and stores change and audit in one transaction; events follow when that is on disk. So no
 * check is outdated when its change is stored, as long as all changes come through here.
 */
package org.dcos.server.cmdb;
