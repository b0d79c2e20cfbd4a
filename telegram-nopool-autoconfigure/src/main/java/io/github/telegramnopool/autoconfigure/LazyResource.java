// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.autoconfigure;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something to be closed that is made when it is first asked for, on the thread that
 * asks. If that is after the end, it is closed as soon as it is made.
 *
 * @param <T> its type
 */
final class LazyResource<T extends AutoCloseable> implements Supplier<T>, AutoCloseable {

	private final Supplier<T> maker;

	private volatile @Nullable T made;

	private boolean closed;

	LazyResource(Supplier<T> maker) {
		this.maker = maker;
	}

	@Override
	public T get() {
		T resource = this.made;
		return (resource != null) ? resource : make();
	}

	private synchronized T make() {
		T resource = this.made;
		if (resource == null) {
			resource = this.maker.get();
			this.made = resource;
			if (this.closed) {
				closeAside(resource);
			}
		}
		return resource;
	}

	/**
	 * What there is so far.
	 * @return {@code null} if nobody has asked yet
	 */
	@Nullable T ifMade() {
		return this.made;
	}

	@Override
	public void close() {
		T resource = end();
		if (resource != null) {
			close(resource);
		}
	}

	private synchronized @Nullable T end() {
		this.closed = true;
		return this.made;
	}

	/**
	 * To close may mean to wait, which not every thread that asks may do.
	 */
	private static void closeAside(AutoCloseable resource) {
		Thread closing = new Thread(() -> close(resource), "telegram-late-closing");
		closing.setDaemon(true);
		closing.start();
	}

	private static void close(AutoCloseable resource) {
		try {
			resource.close();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
