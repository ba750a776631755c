/** Long work: its progress, its results, its end. */
package org.dcos.domain.operation;
