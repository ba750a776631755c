/** Device types from files: what a file would do, and what existing devices would become by it. */
package org.dcos.ui.model.devicetype;
