//! Handlers: what a service does for an operation, and how the host calls it without knowing its types.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use async_trait::async_trait;

use crate::access::Access;
use crate::context::Context;
use crate::error::ServiceError;
use crate::operation::{Operation, OperationShape};
use crate::shape::{Reading, Sink, Source, Value, ViolationStyle};
use crate::store::{Store, Transaction, View, transact};

/// What a service does for the operation `O`.
///
/// [`Mode`](Handler::Mode) says whether the operation changes state: a [`Read`] is given a view and cannot change
/// anything; a [`Write`] is given a transaction, which the host commits and makes durable before it answers, or drops
/// if the handler returns an error. Neither waits for anything; an operation that must wait is an [`AsyncHandler`].
pub trait Handler<O: Operation>: Send + Sync {
    /// [`Read`] or [`Write`].
    type Mode: Mode;

    /// The authorization row: what the caller must be allowed for this request. Asked with the state as it is before
    /// the operation.
    ///
    /// # Errors
    /// An error if the request names something that the service must look up to know what is asked for, and that does
    /// not exist.
    fn access(&self, input: &O::Input, cx: &Context<'_>, state: &View) -> Result<Access, ServiceError>;

    /// The work.
    ///
    /// # Errors
    /// The errors that the operation documents; nothing is changed then.
    fn call(
        &self,
        input: O::Input,
        cx: &Context<'_>,
        state: <Self::Mode as Mode>::State<'_>,
    ) -> Result<O::Output, ServiceError>;
}

/// What a service does for the operation `O`, if it has to wait for something: a slow hash, another server.
#[async_trait]
pub trait AsyncHandler<O: Operation>: Send + Sync {
    /// The authorization row; see [`Handler::access`].
    ///
    /// # Errors
    /// As [`Handler::access`].
    fn access(&self, input: &O::Input, cx: &Context<'_>, state: &View) -> Result<Access, ServiceError>;

    /// The work. `decided` is the state that the request was authenticated and authorized with; changes are made with
    /// [`Store::transact`].
    ///
    /// # Errors
    /// The errors that the operation documents.
    async fn call(
        &self,
        input: O::Input,
        cx: &Context<'_>,
        decided: &View,
        store: &dyn Store,
    ) -> Result<O::Output, ServiceError>;
}

/// Whether an operation changes state.
pub trait Mode: sealed::Sealed + Send + Sync + 'static {
    /// The state that a handler is given.
    type State<'s>;
    /// The mode's name for people.
    const NAME: &'static str;
    /// Runs `work`: on `view`, the state that the request was authenticated and authorized with, or on the newest state
    /// of `store`.
    #[doc(hidden)]
    fn run<'r, T: Send + 'r>(
        view: &'r View,
        store: &'r dyn Store,
        work: impl FnOnce(Self::State<'_>) -> Result<T, ServiceError> + Send + 'r,
    ) -> impl Future<Output = Result<T, ServiceError>> + Send + 'r;
}

/// The mode of operations that change nothing.
#[derive(Clone, Copy, Debug)]
pub struct Read;

/// The mode of operations that change state.
#[derive(Clone, Copy, Debug)]
pub struct Write;

impl Mode for Read {
    type State<'s> = &'s View;
    const NAME: &'static str = "read";

    async fn run<'r, T: Send + 'r>(
        view: &'r View,
        _store: &'r dyn Store,
        work: impl FnOnce(&View) -> Result<T, ServiceError> + Send + 'r,
    ) -> Result<T, ServiceError> {
        work(view)
    }
}

impl Mode for Write {
    type State<'s> = &'s mut Transaction;
    const NAME: &'static str = "write";

    async fn run<'r, T: Send + 'r>(
        _view: &'r View,
        store: &'r dyn Store,
        work: impl FnOnce(&mut Transaction) -> Result<T, ServiceError> + Send + 'r,
    ) -> Result<T, ServiceError> {
        transact(store, work).await
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Read {}
    impl Sealed for super::Write {}
}

/// A typed request without its type.
pub type AnyInput = Box<dyn Any + Send + Sync>;

/// A typed answer without its type.
pub trait AnyOutput: Send {
    /// Writes the answer.
    fn write(&self, sink: &mut dyn Sink);
}

/// An operation together with its handler, as the host sees it.
#[async_trait]
pub trait Dispatch: Send + Sync {
    /// Reads the typed request.
    ///
    /// # Errors
    /// See [`Reading::finish`].
    fn read(&self, source: &dyn Source, style: ViolationStyle) -> Result<AnyInput, ServiceError>;

    /// Asks for the authorization row of a request.
    ///
    /// # Errors
    /// See [`Handler::access`].
    fn access(&self, input: &AnyInput, cx: &Context<'_>, state: &View) -> Result<Access, ServiceError>;

    /// Does the work. `view` is the state that the request was authenticated and authorized with; an operation that
    /// changes nothing is answered from it.
    ///
    /// # Errors
    /// The handler's.
    async fn call(
        &self,
        input: AnyInput,
        cx: &Context<'_>,
        view: &View,
        store: &dyn Store,
    ) -> Result<Box<dyn AnyOutput>, ServiceError>;
}

/// An operation of a plugin, bound to its handler.
pub struct BoundOperation {
    /// What the model says of it.
    pub shape: &'static OperationShape,
    /// Whether there is a handler for it.
    pub implemented: bool,
    /// How to call it.
    pub dispatch: Box<dyn Dispatch>,
}

partial_debug!(BoundOperation, |bound| name = bound.shape.name, implemented = bound.implemented);

impl BoundOperation {
    /// An operation of a service that runs elsewhere, which no handler answers.
    pub fn passed_on(shape: &'static OperationShape) -> Self {
        Self { shape, implemented: true, dispatch: Box::new(Unhandled { refusal: passed_on }) }
    }
}

/// An output of type `T`, ready to be written.
struct TypedOutput<T>(T);

impl<T: crate::shape::Structure> AnyOutput for TypedOutput<T> {
    fn write(&self, sink: &mut dyn Sink) {
        self.0.write(T::shape(), sink);
    }
}

fn read_input<O: Operation>(source: &dyn Source, style: ViolationStyle) -> Result<AnyInput, ServiceError> {
    let mut reading = Reading::new(style);
    let input = O::Input::read(source, O::SHAPE.input, &mut reading);
    reading.finish()?;
    Ok(Box::new(input))
}

/// The host pairs an input only with the operation that read it; anything else is its own fault and answered as such.
fn wrong_input() -> ServiceError {
    ServiceError::failure("the request was handed to another operation than the one that read it")
}

/// Finds the handler of an operation by the traits that the plugin implements, at compile time.
///
/// Method resolution prefers the candidate with the most references taken away: [`ViaHandler`], then
/// [`ViaAsyncHandler`], then [`ViaNothing`]. It is used by [`operations!`](crate::operations) only.
#[doc(hidden)]
pub struct Probe<S, O> {
    plugin: Arc<S>,
    operation: PhantomData<fn() -> O>,
}

impl<S, O> fmt::Debug for Probe<S, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Probe").finish_non_exhaustive()
    }
}

impl<S, O> Probe<S, O> {
    pub fn new(plugin: &Arc<S>) -> Self {
        Self { plugin: Arc::clone(plugin), operation: PhantomData }
    }
}

#[doc(hidden)]
pub trait ViaHandler {
    fn bind(&self) -> BoundOperation;
}

#[doc(hidden)]
pub trait ViaAsyncHandler {
    fn bind(&self) -> BoundOperation;
}

#[doc(hidden)]
pub trait ViaNothing {
    fn bind(&self) -> BoundOperation;
}

/// Binds the operations of one kind of handler: how `$via` finds it, and how what it answers comes from its `call`.
macro_rules! bind {
    (
        $handler:ident by $via:ident of $probe:ty as $bound:ident,
        |$plugin:ident, $input:ident, $cx:ident, $view:ident, $store:ident| $answer:expr
    ) => {
        impl<S: $handler<O> + 'static, O: Operation> $via for $probe {
            fn bind(&self) -> BoundOperation {
                let plugin = Arc::clone(&self.plugin);
                let dispatch = Box::new($bound { plugin, operation: PhantomData::<fn() -> O> });
                BoundOperation { shape: O::SHAPE, implemented: true, dispatch }
            }
        }

        struct $bound<S, O> {
            plugin: Arc<S>,
            operation: PhantomData<fn() -> O>,
        }

        #[async_trait]
        impl<S: $handler<O>, O: Operation> Dispatch for $bound<S, O> {
            fn read(&self, source: &dyn Source, style: ViolationStyle) -> Result<AnyInput, ServiceError> {
                read_input::<O>(source, style)
            }

            fn access(
                &self,
                input: &AnyInput,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                self.plugin.access(input.downcast_ref().ok_or_else(wrong_input)?, cx, state)
            }

            async fn call(
                &self,
                input: AnyInput,
                $cx: &Context<'_>,
                $view: &View,
                $store: &dyn Store,
            ) -> Result<Box<dyn AnyOutput>, ServiceError> {
                let $plugin = &*self.plugin;
                let $input: Box<O::Input> = input.downcast().map_err(|_| wrong_input())?;
                Ok(Box::new(TypedOutput($answer.await?)))
            }
        }
    };
}

bind!(Handler by ViaHandler of &&Probe<S, O> as BoundHandler, |plugin, input, cx, view, store| {
    S::Mode::run(view, store, |state| plugin.call(*input, cx, state))
});

bind!(AsyncHandler by ViaAsyncHandler of &Probe<S, O> as BoundAsyncHandler, |plugin, input, cx, view, store| {
    plugin.call(*input, cx, view, store)
});

impl<S, O: Operation> ViaNothing for Probe<S, O> {
    fn bind(&self) -> BoundOperation {
        let dispatch = Box::new(Unhandled { refusal: unimplemented::<O> });
        BoundOperation { shape: O::SHAPE, implemented: false, dispatch }
    }
}

/// The dispatch of an operation without a handler: whatever is asked of it is refused.
struct Unhandled {
    refusal: fn() -> ServiceError,
}

/// Why no handler answers what is passed on; the host never asks for one.
fn passed_on() -> ServiceError {
    ServiceError::failure("the request should have been passed on")
}

/// Why no handler answers an operation that the model has and the plugin does not.
fn unimplemented<O: Operation>() -> ServiceError {
    ServiceError::receiver(
        "NotImplemented",
        501,
        format!("The operation {} is not implemented by this version of AWSim.", O::SHAPE.name),
    )
}

#[async_trait]
impl Dispatch for Unhandled {
    fn read(&self, _source: &dyn Source, _style: ViolationStyle) -> Result<AnyInput, ServiceError> {
        Err((self.refusal)())
    }

    fn access(&self, _input: &AnyInput, _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Err((self.refusal)())
    }

    async fn call(
        &self,
        _input: AnyInput,
        _cx: &Context<'_>,
        _view: &View,
        _store: &dyn Store,
    ) -> Result<Box<dyn AnyOutput>, ServiceError> {
        Err((self.refusal)())
    }
}
